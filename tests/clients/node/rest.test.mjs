// The REST door through fetch: a binary file in, the same file out, and the same bytes through RESP.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Redis } from 'ioredis';
import { startServer } from './server.mjs';

let server;

before(async () => {
  server = await startServer();
});

after(() => server?.stop());

test('a binary value round-trips and every door sees the same bytes', async () => {
  const value = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7) & 0xff));
  const put = await fetch(`${server.http}/v1/strings/photo?ttlMs=60000`, {
    method: 'PUT', body: value, headers: { 'content-type': 'application/octet-stream' },
  });
  assert.equal(put.status, 201);
  const got = await fetch(`${server.http}/v1/strings/photo`);
  assert.equal(got.status, 200);
  assert.deepEqual(Buffer.from(await got.arrayBuffer()), value);
  assert.ok(Number(got.headers.get('webkv-ttl-ms')) > 0);

  const redis = new Redis(server.resp);
  assert.deepEqual(await redis.getBuffer('photo'), value);
  redis.disconnect();
});

test('a missing key is a problem with a code', async () => {
  const got = await fetch(`${server.http}/v1/strings/none`);
  assert.equal(got.status, 404);
  assert.match(got.headers.get('content-type'), /application\/problem\+json/);
  assert.equal((await got.json()).code, 'KEY_NOT_FOUND');
});
