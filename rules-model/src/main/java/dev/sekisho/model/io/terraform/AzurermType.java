package dev.sekisho.model.io.terraform;

import java.util.Optional;

/// A resource type of the provider and what it is in Azure.
///
/// @param terraform such as `azurerm_route`
/// @param azure such as `Microsoft.Network/routeTables/routes`; of a type that only adds to another, the type of that
/// @param role how it stands to other resources
/// @param block its arguments
record AzurermType(String terraform, String azure, Role role, Block block) {

    /// How a resource stands to others.
    sealed interface Role {
        /// It is a resource of its own in Azure.
        enum Whole implements Role {
            WHOLE
        }

        /// It is a child, and an argument names its parent.
        ///
        /// @param argument the argument with the parent's name or id
        /// @param parent the parent's type in Terraform
        record Child(String argument, String parent) implements Role {}

        /// It is nothing by itself, but adds its properties to another resource; lists grow.
        ///
        /// @param argument the argument with the other's name or id
        /// @param target the other's type in Terraform
        /// @param list the list of the other in which it is an item; empty where it sets properties of the other itself
        record Addition(String argument, String target, String list) implements Role {}
    }

    static AzurermType whole(String terraform, String azure, Block block) {
        return new AzurermType(terraform, azure, Role.Whole.WHOLE, block);
    }

    static AzurermType child(String terraform, String azure, String argument, String parent, Block block) {
        return new AzurermType(terraform, azure, new Role.Child(argument, parent), block);
    }

    static AzurermType addition(String terraform, String azure, String argument, String target, Block block) {
        return new AzurermType(terraform, azure, new Role.Addition(argument, target, ""), block);
    }

    static AzurermType item(String terraform, String azure, String argument, String target, String list,
            Block block) {
        return new AzurermType(terraform, azure, new Role.Addition(argument, target, list), block);
    }

    /// Returns the argument with the name or id of the parent or of what this adds to.
    Optional<String> parentArgument() {
        return switch (role) {
            case Role.Whole _ -> Optional.empty();
            case Role.Child(String argument, String _) -> Optional.of(argument);
            case Role.Addition(String argument, String _, String _) -> Optional.of(argument);
        };
    }

    /// Returns the list of another resource in which this is an item; empty where it is none.
    String list() {
        return switch (role) {
            case Role.Whole _,Role.Child _ -> "";
            case Role.Addition(String _, String _, String list) -> list;
        };
    }

    @Override
    public String toString() {
        return terraform;
    }
}
