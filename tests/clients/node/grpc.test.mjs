// A client generated at run time from protos/, as a team without C# would have it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import { root, startServer } from './server.mjs';

let server;
let v1;

const call = (client, method, request) => promisify(client[method].bind(client))(request);

before(async () => {
  server = await startServer();
  const files = ['strings', 'keys', 'command', 'transaction'].map((name) => `webkv/v1/${name}.proto`);
  const definition = await loader.load(files, { includeDirs: [join(root, 'protos')], longs: Number, keepCase: true, oneofs: true });
  v1 = grpc.loadPackageDefinition(definition).webkv.v1;
});

after(() => server?.stop());

test('strings round-trip bytes', async () => {
  const strings = new v1.StringService(server.grpc, grpc.credentials.createInsecure());
  const value = Buffer.from([0, 255, 10, 13, 128]);
  const set = await call(strings, 'SetString', { key: Buffer.from('k'), value });
  assert.equal(set.written, true);
  const got = await call(strings, 'GetString', { key: Buffer.from('k') });
  assert.deepEqual(got.value, value);
  strings.close();
});

test('a pipeline answers in order with ids', async () => {
  const commands = new v1.CommandService(server.grpc, grpc.credentials.createInsecure());
  const stream = commands.Pipeline();
  const line = (id, ...args) => ({ id, args: args.map((arg) => Buffer.from(arg)) });
  stream.write({ commands: [line(1, 'SET', 'p', '1'), line(2, 'INCR', 'p'), line(3, 'NOPE')] });
  stream.end();
  const replies = [];
  for await (const response of stream) replies.push(...response.replies);
  assert.deepEqual(replies.map((reply) => reply.id), [1, 2, 3]);
  assert.equal(replies[1].reply.integer_value, 2);
  assert.equal(replies[2].error.code, 'UNKNOWN_COMMAND');
  commands.close();
});

test('errors carry their catalogue code', async () => {
  const strings = new v1.StringService(server.grpc, grpc.credentials.createInsecure());
  await call(strings, 'SetString', { key: Buffer.from('word'), value: Buffer.from('abc') });
  await assert.rejects(call(strings, 'IncrementString', { key: Buffer.from('word') }), (error) => {
    assert.equal(error.code, grpc.status.FAILED_PRECONDITION);
    return true;
  });
  strings.close();
});
