using Dashserv.Provider.Text;

namespace Dashserv.Provider.Inventory;

/// <summary>A kind of thing that belongs to another, and how it is told of.</summary>
/// <param name="Owner">What it belongs to.</param>
/// <param name="Noun">Such as <c>backup</c>.</param>
/// <param name="ResourceType">Such as <c>dashserv_backup</c>.</param>
/// <param name="IdOf">Its uuid.</param>
/// <param name="CreatedAt">When it was made, by the API's clock.</param>
/// <param name="Describe">One of them in words.</param>
internal sealed record OwnedNoun<T>(
    Owner Owner, string Noun, string ResourceType, Func<T, string> IdOf, Func<T, DateTimeOffset?> CreatedAt, Func<T, string> Describe)
{
    /// <summary>The block that imports one.</summary>
    public string ImportBlock(string owner, string id) => Hcl.ImportBlock(ResourceType, $"{owner}/{id}");
}
