// First-match classification of IPv4 packets by DPDK's rte_acl, AVX-512 with 32 packets at once where the machine has it.
//
//   rte_acl RULES PACKETS ROUNDS
//
// RULES: a count, then eleven words for each tuple: source, its prefix length, destination, its prefix length, first and last
// source port, first and last destination port, protocol, its mask (0 or 255), and the number of the rule. Tuples of one rule
// share its number. PACKETS: source, destination, source port, destination port, protocol. All are 32-bit, little endian.
#define WITH_DPDK
#include "measure.h"
#include <rte_acl.h>

#define BULK 256
#define WORDS 11
#define FIELDS 5

struct packet {
    uint8_t protocol;
    uint8_t unused[3];
    uint32_t source;
    uint32_t destination;
    uint16_t source_port;
    uint16_t destination_port;
};

RTE_ACL_RULE_DEF(tuple, FIELDS);

static const struct rte_acl_field_def fields[FIELDS] = {
    {RTE_ACL_FIELD_TYPE_BITMASK, 1, 0, 0, offsetof(struct packet, protocol)},
    {RTE_ACL_FIELD_TYPE_MASK, 4, 1, 1, offsetof(struct packet, source)},
    {RTE_ACL_FIELD_TYPE_MASK, 4, 2, 2, offsetof(struct packet, destination)},
    {RTE_ACL_FIELD_TYPE_RANGE, 2, 3, 3, offsetof(struct packet, source_port)},
    {RTE_ACL_FIELD_TYPE_RANGE, 2, 4, 3, offsetof(struct packet, destination_port)}};

static struct rte_acl_ctx *context;
static const uint8_t **packets;
static size_t count;
static uint32_t *answers;

static void ask(void) {
    for (size_t i = 0; i < count; i += BULK) {
        uint32_t bulk = count - i < BULK ? count - i : BULK;
        rte_acl_classify_alg(context, packets + i, answers + i, bulk, 1, RTE_ACL_CLASSIFY_AVX512X32);
    }
}

static uint64_t checksum(void) {
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (uint64_t) answers[i] * ((i & 1023) + 1);
    }
    return sum;
}

static void add(const uint32_t *words, uint32_t rules) {
    struct tuple rule;
    memset(&rule, 0, sizeof rule);
    rule.data.category_mask = 1;
    rule.data.priority = (int32_t) (rules - words[10]);
    rule.data.userdata = words[10] + 1;
    rule.field[0].value.u8 = (uint8_t) words[8];
    rule.field[0].mask_range.u8 = (uint8_t) words[9];
    for (int side = 0; side < 2; side++) {
        rule.field[1 + side].value.u32 = words[2 * side];
        rule.field[1 + side].mask_range.u32 = words[2 * side + 1];
        rule.field[3 + side].value.u16 = (uint16_t) words[4 + 2 * side];
        rule.field[3 + side].mask_range.u16 = (uint16_t) words[5 + 2 * side];
    }
    if (rte_acl_add_rules(context, (const struct rte_acl_rule *) &rule, 1)) {
        fprintf(stderr, "rte_acl_add_rules: rule %u is refused\n", words[10]);
        exit(1);
    }
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fprintf(stderr, "usage: rte_acl RULES PACKETS ROUNDS\n");
        return 2;
    }
    start_dpdk(argv[0], "12000");
    size_t bytes;
    uint32_t *tuples = read_file(argv[1], &bytes);
    uint32_t *words = read_file(argv[2], &bytes);
    count = bytes / (FIELDS * sizeof *words);
    struct packet *contents = allocate(count * sizeof *contents);
    packets = allocate(count * sizeof *packets);
    answers = allocate(count * sizeof *answers);
    for (size_t i = 0; i < count; i++) {
        const uint32_t *from = words + FIELDS * i;
        contents[i] = (struct packet) {.protocol = (uint8_t) from[4], .source = __builtin_bswap32(from[0]),
            .destination = __builtin_bswap32(from[1]), .source_port = __builtin_bswap16((uint16_t) from[2]),
            .destination_port = __builtin_bswap16((uint16_t) from[3])};
        packets[i] = (const uint8_t *) (contents + i);
    }
    uint32_t size = tuples[0];
    uint32_t rules = size ? tuples[1 + WORDS * (size - 1) + 10] + 1 : 0;
    struct rte_acl_param param = {.name = "rules", .socket_id = SOCKET_ID_ANY, .rule_size = RTE_ACL_RULE_SZ(FIELDS),
                                  .max_rule_num = size + 1};
    context = rte_acl_create(&param);
    if (!context) {
        fprintf(stderr, "rte_acl_create: %s\n", rte_strerror(rte_errno));
        return 1;
    }
    for (uint32_t i = 0; i < size; i++) {
        add(tuples + 1 + WORDS * (size_t) i, rules);
    }
    struct rte_acl_config config = {.num_categories = 1, .num_fields = FIELDS};
    memcpy(config.defs, fields, sizeof fields);
    size_t before = dpdk_bytes();
    double start = now_ns();
    int failure = rte_acl_build(context, &config);
    if (failure) {
        fprintf(stderr, "rte_acl_build: %s\n", rte_strerror(-failure));
        return 1;
    }
    double build = now_ns() - start;
    report(ask, checksum, count, atoi(argv[3]), dpdk_bytes() - before, build);
    return 0;
}
