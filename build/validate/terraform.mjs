// Reads Terraform files with HashiCorp's own parser and holds resources and data sources against the names of the
// provider (see extract-azurerm.mjs): node terraform.mjs FILE...
import fs from 'node:fs';
import { parse } from '@cdktf/hcl2json';

const NAMES = new URL('../../generator/src/test/resources/dev/sekisho/generator/format/terraform/azurerm.json',
  import.meta.url);
const META = new Set(['count', 'for_each', 'depends_on', 'lifecycle', 'provider']);
const schema = JSON.parse(fs.readFileSync(NAMES, 'utf8'));
let errors = 0;

function error(place, problem) {
  errors++;
  console.error(`${place}: ${problem}`);
}

function fits(value, type) {
  if (/^\$\{/.test(value)) {
    return true;
  }
  return type === 'string[]' ? Array.isArray(value) : typeof value === type;
}

function check(place, body, names) {
  for (const [name, value] of Object.entries(body)) {
    const known = names[name];
    if (META.has(name)) {
      continue;
    }
    if (!known) {
      error(place, `${name} is not known`);
    } else if (known.block) {
      [value].flat().forEach((inner, index) => check(`${place}.${name}[${index}]`, inner, known.block));
    } else if (!fits(value, known.type)) {
      error(`${place}.${name}`, `${known.type} is wanted`);
    }
  }
  for (const [name, known] of Object.entries(names)) {
    if (known.required && !(name in body)) {
      error(place, `${name} is missing`);
    }
  }
}

for (const file of process.argv.slice(2)) {
  let parsed = {};
  try {
    parsed = await parse(file, fs.readFileSync(file, 'utf8'));
  } catch (problem) {
    error(file, problem.message ?? problem);
  }
  for (const kind of ['resource', 'data']) {
    for (const [type, named] of Object.entries(parsed[kind] ?? {})) {
      for (const [label, bodies] of Object.entries(named)) {
        const place = `${file}: ${type}.${label}`;
        if (schema[kind][type]) {
          bodies.forEach((body) => check(place, body, schema[kind][type]));
        } else {
          error(place, 'the type is not known');
        }
      }
    }
  }
}
process.exit(errors ? 1 : 0);
