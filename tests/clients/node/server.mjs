// Starts a real server on free ports of loopback and reads its doors from the lines that it prints.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

const startTimeoutMs = 30_000;

function serverDll() {
  const builds = ['Release', 'Debug'].map((configuration) =>
    join(root, 'src/WebKv.Server/bin', configuration, 'net10.0/WebKv.Server.dll'));
  const dll = process.env.WEBKV_DLL ?? builds.find(existsSync);
  if (!dll) throw new Error('build src/WebKv.Server first');
  return dll;
}

export async function startServer(...settings) {
  const args = [serverDll(), '--WebKv:Http:Port=0', '--WebKv:Grpc:Port=0', '--WebKv:Resp:Port=0', ...settings];
  const child = spawn('dotnet', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no start within ${startTimeoutMs} ms: ${printed}`)), startTimeoutMs);
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      if (/^ {2}RESP .*$/m.test(printed)) {
        clearTimeout(timer);
        resolve();
      }
    });
    child.once('exit', (code) => reject(new Error(`the server exited with ${code}: ${printed}`)));
  });
  const door = (name) => printed.match(new RegExp(`^ {2}${name} +(?:http://)?(127\\.0\\.0\\.1:\\d+)`, 'm'))[1];
  return {
    http: `http://${door('REST')}`,
    grpc: door('gRPC'),
    resp: { host: '127.0.0.1', port: Number(door('RESP').split(':')[1]) },
    stop: () => new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.once('exit', resolve);
      child.kill('SIGTERM');
    }),
  };
}
