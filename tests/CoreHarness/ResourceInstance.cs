using CoreHarness.Schemas;
using CoreHarness.Values;
using TerraformPlugin.Values;
using TerraformPlugin.Wire.Json;

namespace CoreHarness;

/// <summary>One instance of a resource, with what a state file remembers of it between the steps.</summary>
public sealed class ResourceInstance
{
    private readonly CoreProvider _core;
    private CoreSchema? _schema;

    internal ResourceInstance(CoreProvider core, string type, string name) => (_core, Type, Address) = (core, type, $"{type}.{name}");

    public string Type { get; }

    public string Address { get; }

    /// <summary>What the state file holds; null where the object does not exist. A test may put in what another version wrote.</summary>
    public InstanceState? State { get; set; }

    public bool Exists => State is not null;

    public bool Tainted => State?.Tainted ?? false;

    /// <summary>The stored value at a path: text, bool, long, decimal, null, or a <see cref="TfValue"/> for all else.</summary>
    public object? this[string path] => ValuePath.Plain(ValuePath.At(Value, path));

    /// <summary>The stored value at a path as it is.</summary>
    public TfValue At(string path) => ValuePath.At(Value, path);

    /// <summary>The stored object.</summary>
    public TfValue Value => State is null || _schema is null ? TfValue.Null : JsonValueReader.Read(State.JsonBytes, _schema.Root.Type);

    /// <summary>Refreshes, validates and plans, with core's checks.</summary>
    public Task<PlanResult> PlanAsync(Config config) => InstancePlanner.PlanAsync(this, config);

    /// <summary>Refreshes and plans to destroy.</summary>
    public Task<PlanResult> PlanDestroyAsync() => InstancePlanner.PlanDestroyAsync(this);

    /// <summary>Validates and plans again, compares with the plan, applies, and checks the result. The state is saved in every case.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="resolved">The configuration with its unknown values known, where the plan's had any.</param>
    public Task<Diagnostics> ApplyAsync(PlanResult plan, Config? resolved = null) => InstanceApplier.ApplyAsync(this, plan, resolved);

    /// <summary>Upgrades the stored state and reads the object.</summary>
    public Task<Diagnostics> RefreshAsync() => InstanceRefresher.RefreshAsync(this);

    /// <summary>Imports by id, and reads.</summary>
    public Task<Diagnostics> ImportAsync(string id) => InstanceRefresher.ImportAsync(this, id);

    /// <summary>Plans and applies to one configuration.</summary>
    public async Task<Diagnostics> ApplyAsync(Config config)
    {
        var plan = await PlanAsync(config);
        return plan.HasErrors ? plan.Diagnostics : await ApplyAsync(plan);
    }

    /// <summary>Plans to destroy, and does.</summary>
    public async Task<Diagnostics> DestroyAsync()
    {
        var plan = await PlanDestroyAsync();
        return plan.HasErrors ? plan.Diagnostics : await ApplyAsync(plan);
    }

    internal CoreProvider Core => _core;

    internal async Task<CoreSchema> SchemaAsync() => _schema ??= await _core.Calls.ResourceSchemaAsync(Type);

    internal void Save(TfValue value, byte[] notes, bool tainted) => State = value.IsNull
        ? null
        : new InstanceState(System.Text.Encoding.UTF8.GetString(JsonValueWriter.Write(value, _schema!.Root.Type)), _schema.Version)
        {
            Private = notes,
            Tainted = tainted,
        };
}
