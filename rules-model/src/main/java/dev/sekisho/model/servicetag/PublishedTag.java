package dev.sekisho.model.servicetag;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.name.ServiceTagName;
import java.util.List;

/// One service tag of a publication.
///
/// @param region the region as Microsoft's data names it, such as `switzerlandn`; empty for a tag of all regions
/// @param systemService the service that the addresses belong to, empty where the data names none
/// @param prefixes the addresses as published: they may overlap and come in any order
public record PublishedTag(ServiceTagName name, String region, String systemService, List<IpPrefix> prefixes) {
    public PublishedTag {
        prefixes = List.copyOf(prefixes);
    }
}
