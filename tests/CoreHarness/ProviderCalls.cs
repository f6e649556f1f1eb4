using CoreHarness.Schemas;
using Google.Protobuf;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using Proto = TerraformPlugin.Wire.Protocol;

namespace CoreHarness;

/// <summary>The calls that core makes, with the schemas it asked for at first.</summary>
internal sealed class ProviderCalls(IProviderTransport transport)
{
    private Proto.GetProviderSchema.Types.Response? _schemas;

    public bool PlansDestroy => _schemas?.ServerCapabilities?.PlanDestroy ?? false;

    public async Task<CoreSchema> ProviderSchemaAsync() => SchemaReader.Read((await SchemasAsync()).Provider, "provider");

    public async Task<CoreSchema> ResourceSchemaAsync(string type) =>
        SchemaReader.Read((await SchemasAsync()).ResourceSchemas.GetValueOrDefault(type), $"managed resource type \"{type}\"");

    public async Task<CoreSchema> DataSchemaAsync(string type) =>
        SchemaReader.Read((await SchemasAsync()).DataSourceSchemas.GetValueOrDefault(type), $"data source type \"{type}\"");

    public async Task<TResponse> CallAsync<TResponse>(string method, IMessage request, MessageParser<TResponse> parser)
        where TResponse : IMessage<TResponse> =>
        (TResponse)await transport.UnaryAsync(method, request, parser, CancellationToken.None);

    /// <summary>The value in a response, as strictly read as core reads it.</summary>
    /// <exception cref="CoreRuleViolationException">It is not of the schema's type.</exception>
    public static TfValue Read(Proto.DynamicValue? message, CoreSchema schema, string summary, Func<string, string> detail)
    {
        try
        {
            return message.ToValue(schema.Root.Type);
        }
        catch (WireException e)
        {
            throw new CoreRuleViolationException(summary, detail(e.Message));
        }
    }

    public static void Add(Diagnostics diagnostics, IEnumerable<Proto.Diagnostic> messages)
    {
        foreach (var message in messages)
        {
            var severity = message.Severity switch
            {
                Proto.Diagnostic.Types.Severity.Error => Severity.Error,
                Proto.Diagnostic.Types.Severity.Warning => Severity.Warning,
                _ => throw new CoreRuleViolationException("Invalid diagnostic", $"\"{message.Summary}\" is neither an error nor a warning."),
            };
            diagnostics.Add(new Diagnostic(severity, message.Summary, message.Detail, ToPath(message.Attribute)));
        }
    }

    public static AttributePath ToPath(Proto.AttributePath? message) => message is null
        ? AttributePath.Root
        : message.Steps.Aggregate(AttributePath.Root, (path, step) => step.SelectorCase switch
        {
            Proto.AttributePath.Types.Step.SelectorOneofCase.AttributeName => path.Attribute(step.AttributeName),
            Proto.AttributePath.Types.Step.SelectorOneofCase.ElementKeyString => path.Key(step.ElementKeyString),
            Proto.AttributePath.Types.Step.SelectorOneofCase.ElementKeyInt => path.Index(step.ElementKeyInt),
            _ => throw new CoreRuleViolationException("Invalid path", "a step of a path has no selector"),
        });

    private async Task<Proto.GetProviderSchema.Types.Response> SchemasAsync()
    {
        if (_schemas is null)
        {
            _schemas = await CallAsync(
                "GetProviderSchema", new Proto.GetProviderSchema.Types.Request(), Proto.GetProviderSchema.Types.Response.Parser);
            var diagnostics = new Diagnostics();
            Add(diagnostics, _schemas.Diagnostics);
            if (diagnostics.HasErrors)
            {
                throw new CoreRuleViolationException("Failed to load plugin schemas", diagnostics.First().Detail);
            }
        }

        return _schemas;
    }
}
