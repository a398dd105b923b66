/// What AKS clusters must reach and how Azure services can be reached, as facts with source, date and validity.
///
/// Start at [Catalogue]. An [EgressRequirement] says what one feature of a cluster needs, a [BackingService] how a
/// database, a storage account or a registry is reached. Nothing here knows a particular cluster: destinations carry
/// placeholders and [Condition]s say which clusters have a requirement. `need` fills them in. No files are read here.
@NullMarked
package dev.sekisho.model.catalogue;

import org.jspecify.annotations.NullMarked;
