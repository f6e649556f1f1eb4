using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Corner.CornerSettings>;

namespace TerraformPlugin.Tests.Corner;

/// <summary>The provider block.</summary>
internal sealed class CornerSettings
{
    public Value<string> Token { get; set; }

    public Value<long> Retries { get; set; }

    public static ObjectTable<CornerSettings> Table { get; } = new(
        Attr.Text("token", m => m.Token, (m, v) => m.Token = v).Optional().Sensitive().Describe("A token."),
        Attr.Integer("retries", m => m.Retries, (m, v) => m.Retries = v).Optional().Validate(Rules.AtLeast(0)).Describe("How often to try again."));
}
