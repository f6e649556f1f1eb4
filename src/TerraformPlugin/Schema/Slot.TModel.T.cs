using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>Where a model keeps an attribute's value: one accessor for reading and writing, such as <c>m => ref m.Cores</c>.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="T">The type of a known value.</typeparam>
public delegate ref Value<T> Slot<in TModel, T>(TModel model)
    where T : notnull;
