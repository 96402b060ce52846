using System.Reflection;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.Rules;

/// <summary>Rules that the public surface keeps.</summary>
public sealed class PublicApiRules
{
    private static readonly Type[] Exported = typeof(OkSignClient).Assembly.GetExportedTypes();

    private static readonly Type[] Clients =
        [.. Exported.Where(type => type.Name.EndsWith("Client", StringComparison.Ordinal) && !type.IsAbstract)];

    private static readonly Type[] FrontDoors = [typeof(OkSignClient), typeof(OkDokumentClient)];

    public static TheoryData<Type> AllClients() => [.. Clients];

    public static TheoryData<Type> AllExceptions() => [.. Exported.Where(type => type.IsSubclassOf(typeof(Exception)))];

    [Fact]
    public void Surface_Everywhere_HasNoTypeOfRefitOrPolly()
    {
        IEnumerable<Type> used = Exported.SelectMany(type => type
            .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(IsVisible)
            .SelectMany(TypesIn)
            .Concat(type.GetInterfaces())
            .Append(type.BaseType ?? typeof(object)));

        Assert.DoesNotContain(used.SelectMany(WithArguments), type =>
            type.Assembly.GetName().Name is { } name && (name.StartsWith("Refit", StringComparison.Ordinal) || name.StartsWith("Polly", StringComparison.Ordinal)));
    }

    [Fact]
    public void Types_AllPublicOnes_AreInOneNamespaceForEachService()
        => Assert.All(Exported, type => Assert.Contains(type.Namespace, new[] { "OkSign.Client", "OkSign.Client.OkDokument" }));

    [Fact]
    public void Types_OfBothServices_HaveDifferentNames()
        => Assert.Equal(Exported.Select(type => type.Name).Distinct(), Exported.Select(type => type.Name));

    [Fact]
    public void RefitInterfaces_AllOfThem_AreInternal()
        => Assert.DoesNotContain(Exported, type => type.IsInterface && type.Name.EndsWith("Api", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(AllClients))]
    public void Client_EachOne_CanBeMocked(Type client)
    {
        Assert.False(client.IsSealed);
        Assert.Contains(client.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic), constructor => constructor.IsFamily && constructor.GetParameters().Length == 0);
        Assert.All(MethodsOf(client).Where(method => method.Name != nameof(IDisposable.Dispose)), method => Assert.True(method.IsVirtual && !method.IsFinal, method.Name));
    }

    [Theory]
    [MemberData(nameof(AllClients))]
    public void AsyncMethod_EachOne_TakesAnOptionalCancellationTokenLast(Type client)
        => Assert.All(MethodsOf(client).Where(IsOperation), method =>
        {
            ParameterInfo last = method.GetParameters()[^1];
            Assert.Equal(typeof(CancellationToken), last.ParameterType);
            Assert.True(last.IsOptional, method.Name);
            Assert.EndsWith("Async", method.Name, StringComparison.Ordinal);
        });

    [Fact]
    public void Clients_AllOfThem_ArePropertiesOfAFrontDoor()
        => Assert.Equal(
            Clients.Except(FrontDoors).Select(client => client.Name).Order(),
            FrontDoors.SelectMany(door => door.GetProperties()).Select(property => property.PropertyType.Name).Distinct().Order());

    [Theory]
    [MemberData(nameof(AllExceptions))]
    public void Exception_EachOne_IsSealedOrTheBaseOfTheFamily(Type exception)
        => Assert.True(exception == typeof(OkSignException) ? exception.IsAbstract : exception.IsSealed);

    private static MethodInfo[] MethodsOf(Type client)
        => client.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);

    private static bool IsOperation(MethodInfo method)
        => typeof(Task).IsAssignableFrom(method.ReturnType) && method.Name != nameof(IAsyncDisposable.DisposeAsync);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        _ => false,
    };

    private static IEnumerable<Type> TypesIn(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static IEnumerable<Type> WithArguments(Type type)
        => type.HasElementType ? WithArguments(type.GetElementType()!) : type.GetGenericArguments().SelectMany(WithArguments).Append(type);
}
