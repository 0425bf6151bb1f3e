import { checkHealth } from '@/lib/usecases/check-health'

export const dynamic = 'force-dynamic'

/** 200 while the database answers and has every migration, else 503. Makes no learner. */
export async function GET(): Promise<Response> {
  const health = await checkHealth()
  return Response.json(health, {
    status: health.ok ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
