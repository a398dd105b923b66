package dev.sekisho.simulator.validate;

import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.SecurityAdminCollection;
import dev.sekisho.model.network.SecurityAdminRule;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.Priority;
import java.util.Locale;

/// Checks network security groups and security admin rules (`NSG-1`, `NSG-11`, `NSG-12`).
final class SecurityGroupCheck {
    private static final int MOST_RULES = 1_000;
    private static final int MOST_ADDRESSES = 4_000;

    private SecurityGroupCheck() {}

    static void check(NetworkSecurityGroup group, Findings findings) {
        record Place(SecurityRule.Direction direction, Priority priority) {}
        for (SecurityRule rule : group.securityRules()) {
            if (rule.priority().value() < Priority.MIN || rule.priority().value() > Priority.MAX_SECURITY_RULE) {
                findings.error(ValidationCode.PRIORITY_RANGE, rule.at(),
                        "the security rule '" + rule.name() + "' has priority " + rule.priority(),
                        "write a number from " + Priority.MIN + " to " + Priority.MAX_SECURITY_RULE);
            }
            side(rule, rule.source(), "sources", findings);
            side(rule, rule.destination(), "destinations", findings);
        }
        for (SecurityRule rule : Repeated.<SecurityRule>by(r -> new Place(r.direction(), r.priority()),
                group.securityRules())) {
            findings.error(ValidationCode.DUPLICATE_PRIORITY, rule.at(), "the group '" + group.name() + "' has another "
                    + rule.direction().azureName() + " rule with priority " + rule.priority(), "");
        }
        for (SecurityRule rule : Repeated.<SecurityRule>by(r -> r.name().toLowerCase(Locale.ROOT),
                group.securityRules())) {
            findings.error(ValidationCode.DUPLICATE_NAME, rule.at(),
                    "the group '" + group.name() + "' has another rule named '" + rule.name() + "'", "rename one");
        }
        LimitCheck.atMost(MOST_RULES, group.securityRules().size(), "rules in the group '" + group.name() + "'",
                group.at(), findings);
    }

    static void check(SecurityAdminCollection collection, Findings findings) {
        for (SecurityAdminRule rule : collection.rules()) {
            if (rule.priority().value() < 1 || rule.priority().value() > Priority.MAX_SECURITY_RULE) {
                findings.error(ValidationCode.PRIORITY_RANGE, rule.at(),
                        "the security admin rule '" + rule.name() + "' has priority " + rule.priority(),
                        "write a number from 1 to " + Priority.MAX_SECURITY_RULE);
            }
        }
        for (SecurityAdminRule rule : Repeated.<SecurityAdminRule>by(r -> r.name().toLowerCase(Locale.ROOT),
                collection.rules())) {
            findings.error(ValidationCode.DUPLICATE_NAME, rule.at(), "the collection '" + collection.name()
                    + "' has another rule named '" + rule.name() + "'", "rename one");
        }
    }

    private static void side(SecurityRule rule, SecurityRule.Side side, String what, Findings findings) {
        LimitCheck.atMost(MOST_ADDRESSES, side.addresses().size(), what + " in the security rule '" + rule.name() + "'",
                rule.at(), findings);
        long tags = side.addresses().stream().map(Entry::known)
                .filter(term -> term.filter(AddressTerm.Tag.class::isInstance).isPresent()).count();
        LimitCheck.atMost(1, tags, "service tags among the " + what + " of the security rule '" + rule.name() + "'",
                rule.at(), findings);
    }
}
