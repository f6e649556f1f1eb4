using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Corner.CornerSettings>;

namespace TerraformPlugin.Tests.Corner;

/// <summary>The provider block.</summary>
internal sealed class CornerSettings
{
    public Value<string> Token;
    public Value<long> Retries;

    public static ObjectTable<CornerSettings> Table { get; } = new(
        Attr.Text("token", m => ref m.Token).Optional().Sensitive().Describe("A token."),
        Attr.Integer("retries", m => ref m.Retries).Optional().Validate(Validators.AtLeast(0)).Describe("How often to try again."));
}
