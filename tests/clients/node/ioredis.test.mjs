// ioredis as users have it: default options, pipelines, transactions, scans, binary values.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Redis } from 'ioredis';
import { startServer } from './server.mjs';

let server;
let redis;

before(async () => {
  server = await startServer();
  redis = new Redis(server.resp);
});

after(async () => {
  redis?.disconnect();
  await server?.stop();
});

test('strings and expiry', async () => {
  assert.equal(await redis.set('k', 'v', 'PX', 60_000), 'OK');
  assert.equal(await redis.get('k'), 'v');
  const ttl = await redis.pttl('k');
  assert.ok(ttl > 0 && ttl <= 60_000, `pttl ${ttl}`);
  assert.equal(await redis.incrby('n', 41), 41);
  assert.equal(await redis.incr('n'), 42);
});

test('binary values of any size come back as they were', async () => {
  for (const size of [0, 1, 16_383, 16_384, 1_000_000]) {
    const value = Buffer.from(Array.from({ length: size }, (_, i) => (i * 31 + size) & 0xff));
    await redis.set(`bin:${size}`, value);
    assert.deepEqual(await redis.getBuffer(`bin:${size}`), value);
  }
});

test('a pipeline answers in order, errors included', async () => {
  const results = await redis.pipeline().set('p', 'x').incr('p').get('p').exec();
  assert.equal(results[0][1], 'OK');
  assert.match(results[1][0].message, /not an integer/);
  assert.equal(results[2][1], 'x');
});

test('MULTI and WATCH', async () => {
  await redis.set('balance', '10');
  const results = await redis.multi().decrby('balance', 3).get('balance').exec();
  assert.deepEqual(results.map(([, value]) => value), [7, '7']);

  const other = new Redis(server.resp);
  await redis.watch('balance');
  await other.set('balance', '100');
  assert.equal(await redis.multi().set('balance', '0').exec(), null);
  assert.equal(await redis.get('balance'), '100');
  other.disconnect();
});

test('a scan stream sees every key', async () => {
  const names = Array.from({ length: 500 }, (_, i) => `scan:${i}`);
  await redis.mset(names.flatMap((name) => [name, '1']));
  const seen = new Set();
  for await (const batch of redis.scanStream({ match: 'scan:*', count: 50 })) batch.forEach((key) => seen.add(key));
  assert.equal(seen.size, names.length);
});
