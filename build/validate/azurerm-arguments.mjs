// Writes the names of all arguments and attributes of the azurerm resources that the reader of Terraform plans
// understands, from the TypeScript types of the provider.
//
//   npm pack @cdktf/provider-azurerm@14.23.1 && tar xzf cdktf-provider-azurerm-14.23.1.tgz
//   node azurerm-arguments.mjs package > ../../rules-model/src/test/resources/dev/sekisho/model/io/terraform/azurerm-arguments.json
//
// Version 14.23.1 of the package describes azurerm 4.55.0.
import fs from 'node:fs';
import path from 'node:path';

const TYPES = ['application-gateway', 'application-security-group', 'firewall', 'firewall-application-rule-collection',
  'firewall-nat-rule-collection', 'firewall-network-rule-collection', 'firewall-policy',
  'firewall-policy-rule-collection-group', 'ip-group', 'ip-group-cidr', 'kubernetes-cluster',
  'kubernetes-cluster-node-pool', 'lb', 'nat-gateway', 'nat-gateway-public-ip-association', 'network-security-group',
  'network-security-rule', 'private-dns-a-record', 'private-dns-zone', 'private-dns-zone-virtual-network-link',
  'private-endpoint', 'private-link-service', 'public-ip', 'route', 'route-table', 'subnet', 'subnet-nat-gateway-association',
  'subnet-network-security-group-association', 'subnet-route-table-association', 'virtual-network',
  'virtual-network-dns-servers', 'virtual-network-peering'];
const DATA = ['data-azurerm-firewall', 'data-azurerm-firewall-policy', 'data-azurerm-ip-group',
  'data-azurerm-kubernetes-cluster', 'data-azurerm-network-security-group', 'data-azurerm-public-ip',
  'data-azurerm-route-table', 'data-azurerm-subnet', 'data-azurerm-virtual-network'];
const PLUMBING = new Set(['count', 'for_each', 'depends_on', 'lifecycle', 'provider', 'connection', 'provisioners']);

const snake = (name) => name.replace(/[A-Z]/g, (letter) => '_' + letter.toLowerCase());
const singular = (name) => name.replace(/\[\]$/, '');

/// The text of the types of a resource, which larger ones keep in a folder of their own.
function source(folder) {
  const texts = [fs.readFileSync(path.join(folder, 'index.d.ts'), 'utf8')];
  const structs = path.join(folder, 'index-structs');
  if (fs.existsSync(structs)) {
    fs.readdirSync(structs).filter((file) => file.endsWith('.d.ts')).sort()
      .forEach((file) => texts.push(fs.readFileSync(path.join(structs, file), 'utf8')));
  }
  return texts.join('\n');
}

/// The interfaces and classes of a text: name to its members as [attribute, type].
function shapes(text) {
  const arguments_ = new Map();
  const attributes = new Map();
  for (const [, name, body] of text.matchAll(/export interface (\w+)[^{]*\{([\s\S]*?)\n\}/g)) {
    const members = [];
    for (const [, doc, member, type] of body.matchAll(/(\/\*\*[\s\S]*?\*\/)?\s*readonly (\w+)\??: (\{[\s\S]*?\}[^;]*|[^;]+);/g)) {
      const documented = /#([a-z0-9_]+) /.exec(doc ?? '');
      members.push([documented ? documented[1] : snake(member), type.split('|')[0].trim()]);
    }
    arguments_.set(name, members);
  }
  for (const [, name, body] of text.matchAll(/export declare class (\w+)[^{]*\{([\s\S]*?)\n\}/g)) {
    attributes.set(name, [...body.matchAll(/^ {4}get (\w+)\(\): ([^;]+);/gm)].map(([, member, type]) => [snake(member), type.trim()]));
  }
  return { arguments_, attributes };
}

function object(all, input, output) {
  const result = {};
  for (const [name, type] of all.arguments_.get(input) ?? []) {
    if (!PLUMBING.has(name)) {
      const inner = singular(type);
      result[name] = all.arguments_.has(inner) ? object(all, inner, inner + 'OutputReference') : {};
    }
  }
  for (const [name, type] of all.attributes.get(output) ?? []) {
    if (name.endsWith('_input') || name === 'internal_value' || name === 'fqn' || result[name] !== undefined) {
      continue;
    }
    const inner = type.replace(/(List|Map|Set)?$/, '');
    const item = /^(\w+?)(List|Map)$/.exec(type);
    result[name] = item && all.attributes.has(item[1] + 'OutputReference') && !result[name]
      ? object(all, item[1], item[1] + 'OutputReference')
      : all.attributes.has(inner) && inner.endsWith('OutputReference') ? object(all, inner.replace(/OutputReference$/, ''), inner) : {};
  }
  delete result.timeouts;
  return result;
}

function describe(root, folder) {
  const text = source(path.join(root, 'lib', folder));
  const all = shapes(text);
  const config = [...all.arguments_.keys()].find((name) => name.endsWith('Config'));
  const main = /export declare class (\w+) extends cdktf\.Terraform(Resource|DataSource)/.exec(text)[1];
  return [(folder.startsWith('data-') ? 'data.azurerm_' : 'azurerm_')
    + folder.replace(/^data-azurerm-/, '').replaceAll('-', '_'), object(all, config, main)];
}

const root = process.argv[2];
console.log(JSON.stringify(Object.fromEntries([...TYPES, ...DATA].map((folder) => describe(root, folder))), null, 1));
