#!/usr/bin/env bash
# Holds generated files against tools that are not ours: terraform fmt, HashiCorp's parser with the provider's names,
# a Bicep grammar, bash, shellcheck, kubectl. Fails where a tool finds an error. A tool that is not there is named on
# standard error, and what it would have checked is left unchecked.
#
# Usage: build/validate/run.sh [FOLDER...]   (without a folder: the files that the tests keep)

set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [[ $# -eq 0 ]]; then
  set -- "$here/../../generator/src/test/golden"
fi
failed=0
checked=0
unchecked=0

# Prints the files of the folders that match a find pattern, one on each line.
files() {
  find "${folders[@]}" -type f -name "$1" "${@:2}" | LC_ALL=C sort
}

# Runs one check and counts it.
check() {
  checked=$((checked + 1))
  if ! "$@"; then
    failed=$((failed + 1))
    echo "FAILED: $*" >&2
  fi
}

missing() {
  unchecked=$((unchecked + 1))
  echo "MISSING: $1 is not installed; not checked: $2" >&2
}

# Installs the parsers that package-lock.json names, where that was not done yet.
parsers() {
  [[ -d "$here/node_modules" && ! "$here/package-lock.json" -nt "$here/node_modules" ]] && return
  (cd "$here" && npm ci --ignore-scripts --silent && touch node_modules)
}

folders=("$@")
mapfile -t terraform < <(files '*.tf')
mapfile -t bicep < <(files '*.bicep')
mapfile -t scripts < <(files '*.sh')
mapfile -t manifests < <(files '*.yaml' -path '*kubernetes/*')

if [[ ${#terraform[@]} -gt 0 ]]; then
  if command -v terraform >/dev/null; then
    check env TF_CLI_CONFIG_FILE=/dev/null terraform fmt -no-color -check -diff "${terraform[@]}"
  else
    missing terraform 'the layout of Terraform files'
  fi
fi

if [[ ${#terraform[@]} -gt 0 || ${#bicep[@]} -gt 0 ]]; then
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    missing 'node with npm' 'the names in Terraform files, the syntax of Bicep files'
  elif ! parsers; then
    missing 'a parser from npm' 'the names in Terraform files, the syntax of Bicep files'
  else
    [[ ${#terraform[@]} -eq 0 ]] || check node "$here/terraform.mjs" "${terraform[@]}"
    [[ ${#bicep[@]} -eq 0 ]] || check node "$here/bicep.mjs" "${bicep[@]}"
  fi
fi

if [[ ${#scripts[@]} -gt 0 ]]; then
  for script in "${scripts[@]}"; do
    check bash -n "$script"
  done
  if command -v shellcheck >/dev/null; then
    check shellcheck "${scripts[@]}"
  else
    missing shellcheck 'the scripts, beyond their syntax'
  fi
fi

if [[ ${#manifests[@]} -gt 0 ]]; then
  if command -v kubectl >/dev/null; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    for manifest in "${manifests[@]}"; do
      cp "$manifest" "$work/manifest.yaml"
      printf 'resources: [manifest.yaml]\n' >"$work/kustomization.yaml"
      checked=$((checked + 1))
      if ! kubectl kustomize "$work" >/dev/null; then
        failed=$((failed + 1))
        echo "FAILED: kubectl kustomize with $manifest" >&2
      fi
    done
  else
    missing kubectl 'the Kubernetes manifests'
  fi
fi

if [[ $checked -eq 0 && $unchecked -eq 0 ]]; then
  echo "nothing to check in $*" >&2
  exit 1
fi
echo "generated files: $checked checks, $failed failed, $unchecked tools missing"
[[ $failed -eq 0 ]]
