/// Wires the road to the models into a service.
enum ModelAccessPlaceholder {}
