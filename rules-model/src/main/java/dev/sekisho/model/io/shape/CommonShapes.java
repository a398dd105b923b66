package dev.sekisho.model.io.shape;

import static dev.sekisho.model.io.shape.Property.notModelled;
import static dev.sekisho.model.io.shape.Property.text;
import static dev.sekisho.model.io.shape.Property.texts;

/// What the shapes of several resource types share.
final class CommonShapes {
    /// Why the envelope of a resource is left.
    static final String ENVELOPE = "it says where a resource is kept and how it is managed, not what it does";

    /// Why the answers of Azure about a resource are left.
    static final String STATUS = "it is a state or an identifier that Azure reports, not a setting";

    /// Why references back to a resource are left.
    static final String BACK_REFERENCE = "the resources that refer to this one say so themselves";

    /// Why log settings are left.
    static final String OBSERVATION = "it decides what is recorded or how much is carried, not what passes";

    /// Ranges of a network, as several types hold them.
    static final Shape ADDRESS_SPACE = Shape.of("an address space", texts("addressPrefixes"),
            notModelled("ipamPoolPrefixAllocations", "the addresses that a pool hands out are known only in Azure"));

    private CommonShapes() {}

    /// A shape with the properties that every resource has.
    static Shape resource(String what, Property... properties) {
        return Shape.of(what, properties).with(text("name")).leaving(ENVELOPE, "location", "tags", "tag", "tagsTable",
                "zones", "kind", "managedBy", "plan", "identity", "extendedLocation", "apiVersion", "dependsOn",
                "comments", "condition", "copy", "metadata", "scope", "existing", "asserts", "resourceGroup",
                "resourceGroupName", "subscriptionId", "tenantId", "deploymentResourceGroup")
                .leaving(STATUS, "id", "type", "etag", "provisioningState", "resourceGuid", "systemData",
                        "@odata.type");
    }

    /// A shape with the properties that every part of a resource has which Azure gives an id.
    static Shape part(String what, Property... properties) {
        return Shape.of(what, properties).leaving(STATUS, "id", "type", "etag", "provisioningState", "resourceGroup",
                "zones");
    }
}
