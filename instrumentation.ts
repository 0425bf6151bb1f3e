/** Next calls this once, when the server starts. It builds it for the edge too, where nothing of Node is: hence the question. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { started } = await import('./app/started')
  started()
}
