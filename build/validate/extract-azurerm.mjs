// Writes the names of the azurerm resources that the Terraform writer uses, from the TypeScript types of the provider.
//
//   npm pack @cdktf/provider-azurerm@14.23.1 && tar xzf cdktf-provider-azurerm-14.23.1.tgz
//   node extract-azurerm.mjs package > ../../generator/src/test/resources/dev/sekisho/generator/format/terraform/azurerm.json
//
// Version 14.23.1 of the package describes azurerm 4.55.0.
import fs from 'node:fs';
import path from 'node:path';

const RESOURCES = ['application-security-group', 'firewall', 'firewall-application-rule-collection',
  'firewall-nat-rule-collection', 'firewall-network-rule-collection', 'firewall-policy',
  'firewall-policy-rule-collection-group', 'ip-group', 'nat-gateway', 'nat-gateway-public-ip-association',
  'network-security-group', 'network-security-rule', 'private-dns-zone', 'private-dns-zone-virtual-network-link',
  'private-endpoint', 'public-ip', 'route', 'route-table', 'subnet', 'subnet-nat-gateway-association',
  'subnet-network-security-group-association', 'subnet-route-table-association', 'virtual-network',
  'virtual-network-peering'];
const DATA = ['data-azurerm-firewall-policy', 'data-azurerm-subnet', 'data-azurerm-virtual-network'];

/// The interfaces of a file: name to its members as [attribute, required, type].
function interfaces(file) {
  const found = new Map();
  const text = fs.readFileSync(file, 'utf8');
  for (const [, name, body] of text.matchAll(/export interface (\w+)[^{]*\{([\s\S]*?)\n\}/g)) {
    const members = [];
    for (const [, doc, member, optional, type] of body.matchAll(/(\/\*\*[\s\S]*?\*\/)?\s*readonly (\w+)(\??): (\{[\s\S]*?\}[^;]*|[^;]+);/g)) {
      const documented = /#([a-z0-9_]+) /.exec(doc ?? '');
      members.push([documented ? documented[1] : member.replace(/[A-Z]/g, (c) => '_' + c.toLowerCase()), !optional, type]);
    }
    found.set(name, members);
  }
  return found;
}

function attributes(all, name) {
  const result = {};
  for (const [attribute, required, type] of all.get(name)) {
    const base = type.split('|')[0].trim();
    const entry = { required };
    if (all.has(base.replace(/\[\]$/, ''))) {
      entry.block = attributes(all, base.replace(/\[\]$/, ''));
    } else {
      entry.type = base.startsWith('{') ? 'map' : base;
    }
    result[attribute] = entry;
  }
  return result;
}

function describe(root, folder) {
  const file = path.join(root, 'lib', folder, 'index.d.ts');
  const all = interfaces(file);
  const config = [...all.keys()].find((name) => name.endsWith('Config'));
  return [`azurerm_${folder.replace(/^data-azurerm-/, '').replaceAll('-', '_')}`, attributes(all, config)];
}

const root = process.argv[2];
const version = /azurerm\/([0-9.]+)\//.exec(fs.readFileSync(path.join(root, 'lib', 'route', 'index.d.ts'), 'utf8'))[1];
console.log(JSON.stringify({
  provider: `azurerm ${version}`,
  resource: Object.fromEntries(RESOURCES.map((folder) => describe(root, folder))),
  data: Object.fromEntries(DATA.map((folder) => describe(root, folder))),
}, null, 1));
