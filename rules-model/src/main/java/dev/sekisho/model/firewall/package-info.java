/// Azure Firewall as the operator wrote it: firewalls, policies with their parent, groups, the three kinds of
/// collection, rules, IP groups and settings.
///
/// Start at [FirewallPolicy]. Everything here is an immutable value; names are not resolved and nothing is evaluated,
/// which is the simulator's job. May not depend on readers or on any library of a file format.
@NullMarked
package dev.sekisho.model.firewall;

import org.jspecify.annotations.NullMarked;
