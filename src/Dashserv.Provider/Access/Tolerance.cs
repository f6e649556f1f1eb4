using Dashserv.Api;

namespace Dashserv.Provider.Access;

/// <summary>Looks whose failure has a meaning of its own.</summary>
internal static class Tolerance
{
    /// <summary>The answer, or null where the API says that there is no such thing.</summary>
    public static async Task<T?> OrNullIfGoneAsync<T>(this Task<T> look)
        where T : class?
    {
        try
        {
            return await look;
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            return null;
        }
    }

    /// <summary>The answer, or another where there is none: that this look failed as well is not what the user has to know first.</summary>
    public static async Task<T> OrAsync<T>(this Task<T> look, T otherwise)
    {
        try
        {
            return await look;
        }
        catch (Exception e) when (e is ApiException or OperationCanceledException)
        {
            return otherwise;
        }
    }

    /// <summary>The same with nothing instead.</summary>
    public static async Task<T?> OrNullAsync<T>(this Task<T> look)
        where T : class
    {
        return await NullableAsync(look).OrAsync(null);

        static async Task<T?> NullableAsync(Task<T> task) => await task;
    }
}
