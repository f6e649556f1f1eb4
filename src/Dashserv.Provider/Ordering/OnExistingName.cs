namespace Dashserv.Provider.Ordering;

/// <summary>What a create may do about a product of the same name that nothing tracks.</summary>
internal static class OnExistingName
{
    public const string Warn = "warn";
    public const string Error = "error";
    public const string Adopt = "adopt";
    public const string Ignore = "ignore";

    public static IReadOnlyList<string> All { get; } = [Warn, Error, Adopt, Ignore];
}
