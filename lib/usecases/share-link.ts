/**
 * The link of a shared deck: its share's id and an HMAC over it. The owner can see it again, nobody can guess one, and
 * the database alone does not tell it.
 */
import { createHmac } from 'node:crypto'
import { ShareId } from '@/lib/core/ids'
import { sameSecret } from './secrets'

/** 32 characters for the id, 22 (132 bits) for the signature. */
const ID = 32
const SIGNATURE = 22

export const shareToken = (id: ShareId, secret: string): string =>
  `${id.replaceAll('-', '')}${signature(id, secret)}`

/** Null for an address that nobody was given. */
export function shareIdOf(token: string, secret: string): ShareId | null {
  const hex = token.slice(0, ID)
  const id = ShareId.safeParse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  if (!id.success || token.length !== ID + SIGNATURE) return null
  return sameSecret(token.slice(ID), signature(id.data, secret)) ? id.data : null
}

const signature = (id: ShareId, secret: string): string =>
  createHmac('sha256', secret).update(`v1.share.${id}`).digest('base64url').slice(0, SIGNATURE)
