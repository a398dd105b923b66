// Parses Bicep files and names every place that the grammar does not accept: node bicep.mjs FILE...
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

let errors = 0;
function walk(file, node) {
  if (node.isError || node.isMissing) {
    errors++;
    const { row, column } = node.startPosition;
    const what = node.isMissing ? `${node.type} is missing` : `syntax error at ${JSON.stringify(node.text.slice(0, 60))}`;
    console.error(`${file}:${row + 1}:${column + 1}: ${what}`);
  }
  node.children.forEach((child) => walk(file, child));
}
for (const file of process.argv.slice(2)) {
  walk(file, parser.parse(fs.readFileSync(file, 'utf8')).rootNode);
}
process.exit(errors ? 1 : 0);
