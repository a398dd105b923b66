/// What there is to talk about: addresses, names, firewall policies, networks, clusters and flows, as immutable values.
///
/// Each subpackage holds one idea and says which type to open first. Nothing here evaluates a rule or plans one,
/// and nothing here knows the other modules. Only the `io` packages know file formats.
@NullMarked
package dev.sekisho.model;

import org.jspecify.annotations.NullMarked;
