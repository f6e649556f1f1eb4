namespace Dashserv.Provider.Ordering;

/// <summary>Text compared as people mean it: <c>Debian 11</c>, <c>debian11</c> and <c>DEBIAN-11</c> are one.</summary>
internal static class LooseText
{
    public static bool Same(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase) || (Key(left) is { Length: > 0 } key && key == Key(right));

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
