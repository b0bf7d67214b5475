# One image for every role; the command says which.
FROM maven:3.9-eclipse-temurin-25 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
# A cluster has a ClickHouse of its own, so the embedded engine is left out.
ENV SALESBRAIN_ENGINE_LIBRARY=none
RUN mvn -B -ntp package -DskipTests -pl standalone -am

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 salesbrain && mkdir /state && chown salesbrain /state
COPY --from=build /src/standalone/target/app /app
USER salesbrain
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED", \
  "--sun-misc-unsafe-memory-access=allow", "-cp", "/app/*", "io.salesbrain.standalone.Main"]
