namespace TerraformPlugin.Authoring;

/// <summary>What a provider has of one kind, by type name. Each is made when it is first asked for, and only once.</summary>
/// <typeparam name="T">The kind, such as <see cref="Resource"/>.</typeparam>
public sealed class Registry<T>
    where T : class
{
    private readonly string _kind;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Func<T>> _factories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _instances = new(StringComparer.Ordinal);

    /// <param name="kind">The kind as a user is told of it, such as "data source".</param>
    internal Registry(string kind) => _kind = kind;

    internal IReadOnlyCollection<string> TypeNames => _factories.Keys;

    /// <summary>The one of that type name.</summary>
    /// <exception cref="UnknownTypeException">There is none.</exception>
    internal T this[string typeName]
    {
        get
        {
            lock (_lock)
            {
                if (!_instances.TryGetValue(typeName, out var instance))
                {
                    var create = _factories.GetValueOrDefault(typeName) ?? throw new UnknownTypeException(_kind, typeName);
                    instance = _instances[typeName] = create();
                }

                return instance;
            }
        }
    }

    /// <summary>Registers one. Call it in the provider's constructor only.</summary>
    /// <param name="typeName">Its full name, such as <c>dashserv_vserver</c>.</param>
    /// <param name="create">Makes it.</param>
    /// <exception cref="ArgumentException">There is one of that name already.</exception>
    public void Add(string typeName, Func<T> create) => _factories.Add(typeName, create);
}
