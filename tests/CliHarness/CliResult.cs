using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CliHarness;

/// <summary>One command that ended: what it was, how it ended, what it said.</summary>
public sealed partial record CliResult(string Command, int ExitCode, string StandardOutput, string StandardError)
{
    public string Output => StandardOutput + StandardError;

    /// <summary>The output as one line of words: the CLI breaks its lines and draws boxes around warnings.</summary>
    public string Words => Layout().Replace(Output, " ");

    public JsonNode Json => JsonNode.Parse(StandardOutput) ?? throw new InvalidDataException($"{Command} answered null.");

    public CliResult Succeeded() => Ended(0);

    public CliResult Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"\"{Command}\" ended with {ExitCode} instead of {exitCode}:\n{Output}");
        return this;
    }

    /// <summary>Failed, and said all of this.</summary>
    public CliResult Failed(params string[] saying)
    {
        Assert.True(ExitCode != 0, $"\"{Command}\" was to fail and did not:\n{Output}");
        return Saying(saying);
    }

    public CliResult Saying(params string[] all)
    {
        foreach (var text in all)
        {
            Assert.True(Words.Contains(text, StringComparison.OrdinalIgnoreCase), $"\"{Command}\" did not say \"{text}\":\n{Output}");
        }

        return this;
    }

    public CliResult NotSaying(params string[] any)
    {
        foreach (var text in any)
        {
            Assert.False(Words.Contains(text, StringComparison.OrdinalIgnoreCase), $"\"{Command}\" said \"{text}\":\n{Output}");
        }

        return this;
    }

    [GeneratedRegex(@"[\s│╷╵]+")]
    private static partial Regex Layout();
}
