-- A memory can begin anew. The check review_by_kind needs no change: like bury, a reset carries nothing of its own.
ALTER TYPE "review_kind" ADD VALUE 'reset';
