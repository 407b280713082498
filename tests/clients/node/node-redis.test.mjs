// node-redis speaks RESP3 when asked to; the same server must serve both.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient } from 'redis';
import { startServer } from './server.mjs';

let server;

before(async () => {
  server = await startServer('--WebKv:Auth:Password=s3cret');
});

after(() => server?.stop());

for (const RESP of [2, 3]) {
  test(`RESP${RESP} with a password`, async () => {
    const client = createClient({ socket: server.resp, password: 's3cret', RESP });
    await client.connect();
    assert.equal(await client.set('k', 'v'), 'OK');
    assert.equal(await client.get('k'), 'v');
    assert.deepEqual(await client.multi().set('a', '1').incr('a').exec(), ['OK', 2]);
    assert.equal(await client.clientGetName(), null);
    await client.close();
  });
}

test('a wrong password is told', async () => {
  const client = createClient({ socket: { ...server.resp, reconnectStrategy: false }, password: 'nope' });
  client.on('error', () => {});
  await assert.rejects(client.connect(), /WRONGPASS/);
});
