-- Of a sign-in's token only the SHA-256 is stored, in hex. Sign-ins that hold today go on holding.
ALTER TABLE "sign_in" RENAME COLUMN "token" TO "token_hash";
ALTER INDEX "sign_in_token_key" RENAME TO "sign_in_token_hash_key";
UPDATE "sign_in" SET "token_hash" = encode(sha256(convert_to("token_hash", 'UTF8')), 'hex');
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_token_hash" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');
