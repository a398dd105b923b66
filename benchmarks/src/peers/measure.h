// What the peers' programs share: reading inputs, DPDK's start, timing, and what they print.
//
// Every program makes its table, answers all questions once and prints one line: bytes=… (what lookups read), other_bytes=…
// (what the library keeps besides), build_ms=… and checksum=… (hexadecimal). Then for each line that it reads it answers
// all questions again, as often as 20 ms allow, and prints the nanoseconds that one question took. The checksum is the sum over all questions i of
// (answer + 1) * (i % 1024 + 1); whoever prints the same one gave the same answers.
#ifndef MEASURE_H
#define MEASURE_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>

#define HUGE_PAGE ((size_t) 2 << 20)
#define ROUND_NS 20e6

static inline double now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

// Memory that may use transparent huge pages, filled with zeros.
static inline void *allocate(size_t bytes) {
    size_t rounded = (bytes + HUGE_PAGE) & ~(HUGE_PAGE - 1);
    void *memory = aligned_alloc(HUGE_PAGE, rounded);
    if (!memory) {
        fprintf(stderr, "no memory for %zu bytes\n", rounded);
        exit(1);
    }
    madvise(memory, rounded, MADV_HUGEPAGE);
    memset(memory, 0, rounded);
    return memory;
}

static inline void *read_file(const char *path, size_t *bytes) {
    struct stat status;
    FILE *file = fopen(path, "rb");
    if (!file || fstat(fileno(file), &status)) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        exit(1);
    }
    char *content = allocate((size_t) status.st_size + 64);
    if (fread(content, 1, (size_t) status.st_size, file) != (size_t) status.st_size) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(1);
    }
    fclose(file);
    *bytes = (size_t) status.st_size;
    return content;
}

// What a table takes: what lookups read, and what the library keeps besides.
struct memory {
    size_t bytes;
    size_t other;
};

// Runs the questions once to warm up, and then for each line of the standard input as often as a round takes.
static inline void report(void (*ask)(void), uint64_t (*checksum)(void), size_t questions, struct memory memory,
                          double build_ns) {
    ask();
    printf("bytes=%zu other_bytes=%zu build_ms=%.1f checksum=%016lx\n", memory.bytes, memory.other, build_ns / 1e6,
           checksum());
    fflush(stdout);
    for (int read = getchar(); read != EOF; read = getchar()) {
        if (read == '\n') {
            double start = now_ns();
            double end = start;
            size_t answered = 0;
            while (end - start < ROUND_NS) {
                ask();
                answered += questions;
                end = now_ns();
            }
            printf("%.3f\n", (end - start) / answered);
            fflush(stdout);
        }
    }
}

#ifdef WITH_DPDK
#include <rte_eal.h>
#include <rte_errno.h>
#include <rte_malloc.h>
#include <rte_memory.h>

// DPDK without reserved huge pages maps a memory file, which cannot have transparent ones. Where the call fails it falls
// back to private memory, which can: so the peer gets huge pages on any machine.
int memfd_create(const char *name, unsigned flags) {
    (void) name;
    (void) flags;
    errno = ENOSYS;
    return -1;
}

static int with_huge_pages(const struct rte_memseg_list *list, void *unused) {
    (void) unused;
    madvise(list->base_va, list->len, MADV_HUGEPAGE);
    return 0;
}

static inline void start_dpdk(const char *program, const char *megabytes) {
    char *arguments[] = {(char *) program, "--no-huge", "-m", (char *) megabytes, "--no-pci", "--no-telemetry", "--no-shconf",
                         "-l", (char *) getenv("PEER_CORE"), "--log-level=3", "--force-max-simd-bitwidth=512"};
    if (!getenv("PEER_CORE")) {
        arguments[8] = "0";
    }
    if (rte_eal_init(sizeof arguments / sizeof *arguments, arguments) < 0) {
        fprintf(stderr, "DPDK does not start: %s\n", rte_strerror(rte_errno));
        exit(1);
    }
    rte_memseg_list_walk(with_huge_pages, NULL);
}

static inline size_t dpdk_bytes(void) {
    struct rte_malloc_socket_stats stats;
    rte_malloc_get_socket_stats(0, &stats);
    return stats.heap_allocsz_bytes;
}
#endif
#endif
