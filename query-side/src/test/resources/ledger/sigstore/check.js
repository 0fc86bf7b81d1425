// Holds proofs and checkpoints of the ledger against implementations that know nothing of it: inclusion and signatures
// against @sigstore/verify, which has no consistency proofs, and those against @transmute/rfc9162. Reads a file of cases, one
// JSON object a line; ends with 1 and says which if the two do not agree.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const dist = path.join(__dirname, 'node_modules/@sigstore/verify/dist/timestamp');
const { verifyMerkleInclusion } = require(path.join(dist, 'merkle.js'));
const { verifyCheckpoint } = require(path.join(dist, 'checkpoint.js'));
const { RFC9162 } = require('@transmute/rfc9162');

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

function log(verifierKey) {
  // Base64 may hold a plus sign of its own.
  const [, id, ...typed] = verifierKey.split('+');
  return {
    logID: Buffer.from(id, 'hex'),
    publicKey: crypto.createPublicKey({
      key: Buffer.concat([SPKI, Buffer.from(typed.join('+'), 'base64').subarray(1)]), format: 'der', type: 'spki' }),
    validFor: { start: new Date(0), end: new Date(8.64e15) },
  };
}

const bytes = hash => new Uint8Array(Buffer.from(hash, 'base64'));

function grew({ from, size, path: hashes, rootFrom, root }) {
  // Step 2 of RFC 9162, 2.1.4.2, is left to the caller by this implementation.
  const whole = Number.isInteger(Math.log2(from)) ? [rootFrom, ...hashes] : hashes;
  return RFC9162.verifyConsistencyProof(bytes(rootFrom), bytes(root), {
    tree_size_1: from, tree_size_2: size, consistency_path: whole.map(bytes) });
}

function isIncluded(one) {
  const entry = {
    integratedTime: '1700000000',
    canonicalizedBody: Buffer.from(one.envelope, 'base64'),
    inclusionProof: {
      logIndex: one.position,
      treeSize: one.size,
      hashes: one.path.map(hash => Buffer.from(hash, 'base64')),
      rootHash: Buffer.from(one.root, 'base64'),
      checkpoint: { envelope: one.checkpoint },
    },
  };
  try {
    verifyMerkleInclusion(entry);
    verifyCheckpoint(entry, one.keys.map(log));
    return true;
  } catch (refused) {
    if (refused.name !== 'VerificationError' && refused.constructor.name !== 'VerificationError') throw refused;
    return false;
  }
}

async function main() {
  const cases = fs.readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => JSON.parse(line));
  const wrong = [];
  for (const one of cases) {
    const holds = 'from' in one ? await grew(one) : isIncluded(one);
    if (holds !== one.good) wrong.push(one);
  }
  wrong.slice(0, 5).forEach(one =>
    console.error(`should be ${one.good}: ${one.what} ${one.position ?? one.from}/${one.size}`));
  const growths = cases.filter(one => 'from' in one);
  console.log(`${cases.length} cases, ${growths.length} of them of growth, ${wrong.length} not agreed on`);
  process.exit(wrong.length === 0 ? 0 : 1);
}

main();
