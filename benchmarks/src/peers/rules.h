// Rules in DPDK's rte_acl, AVX-512 with 32 packets at once where the machine has it.
#ifndef RULES_H
#define RULES_H

#include "measure.h"
#include <rte_acl.h>

#define RULES_BULK 256
#define TUPLE_WORDS 11
#define PACKET_WORDS 5
#define FIELDS 5
#define LARGEST_TRIES ((size_t) 8 << 30)

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

static void add_tuple(struct rte_acl_ctx *context, const uint32_t *words, uint32_t rules) {
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

// Makes the classifier of TUPLES: a count, then eleven words for each tuple: source, its prefix length, destination, its
// prefix length, first and last source port, first and last destination port, protocol, its mask (0 or 255), and the number
// of the rule, which all tuples of a rule share. "None" is 0, and rule n is n + 1.
static struct rte_acl_ctx *make_rules(const uint32_t *tuples, struct memory *memory) {
    uint32_t size = tuples[0];
    uint32_t rules = size ? tuples[1 + TUPLE_WORDS * (size_t) (size - 1) + 10] + 1 : 0;
    struct rte_acl_param param = {.name = "rules", .socket_id = SOCKET_ID_ANY, .rule_size = RTE_ACL_RULE_SZ(FIELDS),
                                  .max_rule_num = size + 1};
    size_t empty = dpdk_bytes();
    struct rte_acl_ctx *context = rte_acl_create(&param);
    if (!context) {
        fprintf(stderr, "rte_acl_create: %s\n", rte_strerror(rte_errno));
        exit(1);
    }
    for (uint32_t i = 0; i < size; i++) {
        add_tuple(context, tuples + 1 + TUPLE_WORDS * (size_t) i, rules);
    }
    struct rte_acl_config config = {.num_categories = 1, .num_fields = FIELDS};
    memcpy(config.defs, fields, sizeof fields);
    size_t before = dpdk_bytes();
    int failure = rte_acl_build(context, &config);
    if (failure == -ENOMEM) {
        // The rules do not fit into as many tries of usual size as there may be: allow for larger ones.
        config.max_size = LARGEST_TRIES;
        failure = rte_acl_build(context, &config);
    }
    if (failure) {
        fprintf(stderr, "rte_acl_build: %s\n", rte_strerror(-failure));
        exit(1);
    }
    rte_acl_set_ctx_classify(context, RTE_ACL_CLASSIFY_AVX512X32);
    memory->bytes += dpdk_bytes() - before;
    memory->other += before - empty;
    return context;
}

// The packets of PACKETS: source, destination, source port, destination port and protocol of each, as they come from a wire.
static const uint8_t **make_packets(const uint32_t *words, size_t count) {
    struct packet *contents = allocate(count * sizeof *contents);
    const uint8_t **packets = allocate(count * sizeof *packets);
    for (size_t i = 0; i < count; i++) {
        const uint32_t *from = words + PACKET_WORDS * i;
        contents[i] = (struct packet) {.protocol = (uint8_t) from[4], .source = __builtin_bswap32(from[0]),
            .destination = __builtin_bswap32(from[1]), .source_port = __builtin_bswap16((uint16_t) from[2]),
            .destination_port = __builtin_bswap16((uint16_t) from[3])};
        packets[i] = (const uint8_t *) (contents + i);
    }
    return packets;
}
#endif
