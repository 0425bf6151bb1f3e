/**
 * Branded ids: a deck's id cannot be passed where an item's is asked for.
 * All ids are UUIDs (version 7 where we make them, so that they sort by time of making).
 */
import { z } from 'zod'

// In lower case, as PostgreSQL answers them: two spellings of one id must not be two ids.
const id = <B extends string>() => z.uuid().toLowerCase().brand<B>()

export const LearnerId = id<'LearnerId'>()
export type LearnerId = z.infer<typeof LearnerId>
export const TextId = id<'TextId'>()
export type TextId = z.infer<typeof TextId>
export const RevisionId = id<'RevisionId'>()
export type RevisionId = z.infer<typeof RevisionId>
export const ImportId = id<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>
export const PassageId = id<'PassageId'>()
export type PassageId = z.infer<typeof PassageId>
export const ItemId = id<'ItemId'>()
export type ItemId = z.infer<typeof ItemId>
export const DeckId = id<'DeckId'>()
export type DeckId = z.infer<typeof DeckId>
export const CardId = id<'CardId'>()
export type CardId = z.infer<typeof CardId>
export const ReviewId = id<'ReviewId'>()
export type ReviewId = z.infer<typeof ReviewId>
export const ExamId = id<'ExamId'>()
export type ExamId = z.infer<typeof ExamId>
export const TestId = id<'TestId'>()
export type TestId = z.infer<typeof TestId>
export const SittingId = id<'SittingId'>()
export type SittingId = z.infer<typeof SittingId>
export const AccountId = id<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>
export const ClassId = id<'ClassId'>()
export type ClassId = z.infer<typeof ClassId>
/** A seat in a class; not the learner who sits on it. */
export const MemberId = id<'MemberId'>()
export type MemberId = z.infer<typeof MemberId>
export const AssignmentId = id<'AssignmentId'>()
export type AssignmentId = z.infer<typeof AssignmentId>
export const ShareId = id<'ShareId'>()
export type ShareId = z.infer<typeof ShareId>
export const RoomId = id<'RoomId'>()
export type RoomId = z.infer<typeof RoomId>
