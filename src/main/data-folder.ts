import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where a user's library lives: `SHUHE_HOME`, else the platform's folder for a user's data. Both shells and the command line open the same. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform, home: string = homedir()): string {
  if (env['SHUHE_HOME']) return resolve(env['SHUHE_HOME'])
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Shuhe')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Shuhe')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'shuhe')
}
