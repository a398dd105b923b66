/// The functions of the template language that need nothing but their arguments.
///
/// Start at [StandardFunctions], the table of all of them. Each family has a class with one row for each function; to
/// add a function, add a row. Functions that speak of the deployment (`parameters`, `reference`, `resourceId`) belong to
/// `io.arm`. Depends on `io.arm.expression`, `io.arm.value`, `address` and `io.tree`.
@NullMarked
package dev.sekisho.model.io.arm.function;

import org.jspecify.annotations.NullMarked;
