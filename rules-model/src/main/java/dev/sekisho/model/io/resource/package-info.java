/// Azure resources as files describe them, whatever the kind of file, before anything of them is understood.
///
/// Start at [AzureResource]. [Exports] finds them in what Azure's tools print, [Fragments] in what people paste.
/// Producers for templates and plans live in packages of their own and depend on this one, never the other way round.
@NullMarked
package dev.sekisho.model.io.resource;

import org.jspecify.annotations.NullMarked;
