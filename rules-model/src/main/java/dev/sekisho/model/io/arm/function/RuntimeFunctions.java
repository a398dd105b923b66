package dev.sekisho.model.io.arm.function;

import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.TextParts;
import java.util.List;

import static dev.sekisho.model.io.arm.expression.TemplateFunction.ANY;
import static dev.sekisho.model.io.arm.expression.TemplateFunction.lazy;

/// Functions whose results only Azure knows: keys, zones, the time of deployment.
///
/// Sources: learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource,
/// template-functions-date, template-functions-string and template-functions-deployment
final class RuntimeFunctions {
    static final List<TemplateFunction> ALL = List.of(
            lazy("pickZones", 3, 5, Call::unknown),
            lazy("toLogicalZone", 3, 3, Call::unknown),
            lazy("toLogicalZones", 3, 3, Call::unknown),
            lazy("toPhysicalZone", 3, 3, Call::unknown),
            lazy("toPhysicalZones", 3, 3, Call::unknown),
            lazy("providers", 1, 2, Call::unknown),
            lazy("deployer", 0, 0, Call::unknown),
            lazy("utcNow", 0, 1, Call::unknown),
            // Every call makes another one, so that the place belongs to the name.
            lazy("newGuid", 0, 0, call -> call.unknown("newGuid() of " + call.at())),
            lazy("fail", 0, ANY, call -> {
                throw call.refuse("ends the deployment: "
                        + (call.count() == 0 ? "" : TextParts.plain(call.value(0)).orElse("")));
            }));

    private RuntimeFunctions() {}
}
