/** Ids are UUIDs of version 7: they sort by time of making, so that indexes grow at their end. */
import { v7 } from 'uuid'

export const newId = (): string => v7()
