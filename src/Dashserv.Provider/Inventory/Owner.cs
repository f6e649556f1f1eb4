using Dashserv.Provider.Failures;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Inventory;

/// <summary>What a thing belongs to, such as a backup to a vserver.</summary>
/// <param name="Noun">Such as <c>vserver</c>.</param>
/// <param name="Attribute">The attribute that holds its id, such as <c>vserver_id</c>.</param>
internal sealed record Owner(string Noun, string Attribute)
{
    public static Owner Vserver { get; } = new("vserver", "vserver_id");

    /// <summary>That there is none of that id.</summary>
    public ProblemException NotFound(string id, Exception? inner = null) => new(
        $"No such {Noun}",
        $"The API says that there is no {Noun} {id} (any more). Nothing was done. Is it another account's, or was it terminated? Plan again, or correct "
            + $"{Attribute}.",
        AttributePath.Of(Attribute),
        inner);
}
