// SPDX-License-Identifier: MIT
// What peer_caption.sh runs: captions a second of compromise and chrono-node.
'use strict';
const fs = require('fs');
const nlp = require('compromise');
const chrono = require('chrono-node');

const SECONDS = 3;

function captionsOf(path) {
  const lines = fs.readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const marked = lines.filter((line) => /^(\{|> )/.test(line));
  if (!marked.length) return lines;
  return marked.map((line) => line[0] === '{' ? JSON.parse(line).text : line.slice(2));
}

function measure(name, captions, read) {
  captions.slice(0, 100).forEach(read); // let the compiler warm up
  const start = process.cpuUsage();
  let count = 0, took = 0;
  do {
    read(captions[count++ % captions.length]);
    const used = process.cpuUsage(start);
    took = (used.user + used.system) / 1e6;
  } while (took < SECONDS);
  console.log(`${name}: ${Math.round(count / took)} captions/s`);
}

const captions = process.argv.slice(2).flatMap(captionsOf).filter(Boolean);
measure('compromise', captions, (text) => {
  const doc = nlp(text);
  doc.people().out('array');
  doc.places().out('array');
  doc.organizations().out('array');
});
measure('chrono-node', captions, (text) => chrono.parse(text));
