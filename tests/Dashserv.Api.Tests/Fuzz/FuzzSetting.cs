namespace Dashserv.Api.Tests.Fuzz;

/// <summary>How much is tried, and what: numbers in the environment.</summary>
internal static class FuzzSetting
{
    public static int Seed { get; } = Of("DASHSERV_FUZZ_SEED", 4711);

    public static int Of(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;
}
