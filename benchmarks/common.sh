# What the scripts here share; they set `here` and `name` and source this. Afterwards `java` is a JDK's launcher, `run` starts a class
# of the module at high priority where that is allowed, and `provenance` says where and of what something was measured.
# shellcheck shell=bash disable=SC2154

root=$(cd "$here/.." && pwd)
programs=$here/target/peers
mkdir -p "$programs"

say() { echo "benchmarks/$name: $*" >&2; }

install_packages() {
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        local install=(apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@")
        "${install[@]}" >/dev/null 2>&1 || { apt-get update && "${install[@]}"; } >/dev/null 2>&1 || true
    fi
}

can_compile() { command -v cc >/dev/null && pkg-config --exists "$1" 2>/dev/null; }

# Builds a peer's program, or leaves it out with a word: name, package of pkg-config, package of the distribution.
build_peer() {
    rm -f "$programs/$1"
    can_compile "$2" || install_packages gcc libc6-dev pkg-config "$3"
    if ! can_compile "$2"; then
        say "$1 is left out: it needs a C compiler, pkg-config and $3 (Debian, Ubuntu)"
        return
    fi
    # shellcheck disable=SC2046 # pkg-config prints words
    if ! cc -O3 -march=native -o "$programs/$1" "$here/src/peers/$1.c" $(pkg-config --cflags --libs "$2"); then
        say "$1 is left out: it does not compile here"
    fi
}

build_peers() {
    build_peer rte_fib libdpdk libdpdk-dev
    build_peer rte_fib6 libdpdk libdpdk-dev
    build_peer rte_acl libdpdk libdpdk-dev
    build_peer rte_fib_acl libdpdk libdpdk-dev
    build_peer hyperscan libhs libhyperscan-dev
}

build_jar() {
    local jdk
    java=java
    for jdk in "${SEKISHO_JAVA_HOME:-}" /usr/lib/jvm/temurin-25-jdk-* "${JAVA_HOME:-}"; do
        if [ -n "$jdk" ] && [ -x "$jdk/bin/javac" ]; then
            java=$jdk/bin/java
            break
        fi
    done
    if ! "$java" -version 2>&1 | grep -q 'version "\(2[5-9]\|[3-9][0-9]\)'; then
        say "a JDK 25 or newer is needed; name its folder: SEKISHO_JAVA_HOME=/path/to/jdk benchmarks/$name"
        exit 2
    fi
    (cd "$root" && mvn -q -B package -Dmaven.test.skip=true -pl benchmarks -am >&2)
}

run() {
    local priority=()
    if [ -z "$(nice -n -15 true 2>&1)" ]; then
        priority=(nice -n -15)
    fi
    "${priority[@]}" "$java" -Xmx6g -cp "$here/target/benchmarks.jar" "$@"
}

provenance() {
    echo "$(date +%F), commit $(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown), $(nproc --all) processors of" \
        "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(sed -n 's/^MemTotal: *\([0-9]*\).*/\1/p' /proc/meminfo |
            awk '{ printf "%.0f", $1 / 1048576 }') GiB, $(uname -s) $(uname -r | cut -d- -f1)," \
        "$("$java" -version 2>&1 | sed -n 's/.*(build \(.*\)).*/OpenJDK \1/p' | head -1), load $(cut -d" " -f1 /proc/loadavg)"
}

# Writes what documents show of the newest results, where there are results of both kinds.
report() {
    if [ -n "$results" ]; then
        say "wrote ${results#"$root"/}"
        if run dev.sekisho.benchmarks.report.Report "$root"; then
            say "wrote docs/performance.md and its charts anew"
        fi
    fi
}
