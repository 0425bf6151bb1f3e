/** The menu and the dialogs of a session: rarely opened, and not what one waits for. */

export const loadEdit = () => import('./edit-item').then((module) => module.EditItem)
export const loadSuspend = () => import('./suspend').then((module) => module.Suspend)
export const loadPassage = () => import('./passage-dialog').then((module) => module.PassageDialog)
export const loadMenu = () => import('./open-session-menu').then((module) => module.OpenSessionMenu)
