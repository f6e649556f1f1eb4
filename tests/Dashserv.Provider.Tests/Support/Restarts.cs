using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Support;

/// <summary>Every plan of a resize, and so its apply, says that the server restarts.</summary>
internal static class Restarts
{
    public const string Summary = "A resize restarts the server";

    /// <summary>What is said besides.</summary>
    public static IEnumerable<Diagnostic> BesidesRestart(this IEnumerable<Diagnostic> told) => told.Where(d => d.Summary != Summary);
}
