using System.Data;
using System.Globalization;
using Dapper;

namespace AspNetCoreHost.Storage;

/// <summary>SQLite has no type for times: here they are milliseconds since 1970.</summary>
internal sealed class UnixTimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override DateTimeOffset Parse(object value)
        => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUnixTimeMilliseconds();
}
