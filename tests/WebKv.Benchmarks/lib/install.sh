# What the comparison needs on a Debian machine with the .NET SDK, and the builds of this tree.

GARNET_VERSION=2.2.8
GARNET_DIRECTORY=$HERE/bin/garnet-$GARNET_VERSION

# Package and, where Debian starts one on installation, its service.
DEBIAN_PACKAGES=(redis-server:redis-server redis-tools: webdis:webdis wrk: nghttp2-client: etcd-server:etcd)

package_version() { dpkg-query -W -f='${Version}' "$1" 2>/dev/null; }

installed() { [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

install_peers() {
  local entry missing=()
  for entry in "${DEBIAN_PACKAGES[@]}"; do
    installed "${entry%%:*}" || missing+=("$entry")
  done
  if ((${#missing[@]} > 0)); then
    say "installing ${missing[*]%%:*}"
    apt-get update -q >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]%%:*}" >&2
    # Only services that came with this installation: one that ran before is somebody's.
    for entry in "${missing[@]}"; do
      if [[ -n ${entry#*:} ]]; then service "${entry#*:}" stop >&2 || true; fi
    done
  fi

  if [[ ! -x $GARNET_DIRECTORY/garnet-server ]]; then
    say "installing Garnet $GARNET_VERSION"
    dotnet tool install garnet-server --version "$GARNET_VERSION" --tool-path "$GARNET_DIRECTORY" >&2
  fi
}

# build PROJECT: builds it for Release; only a failure is worth reading.
build() {
  dotnet build -c Release -v q "$1" >"$WORK/build.log" 2>&1 || {
    cat "$WORK/build.log" >&2
    die "$1 does not build"
  }
}

release_dll() { printf '%s/bin/Release/net10.0/%s.dll' "$1" "$(basename "$1")"; }

# build_servers: sets the paths of what it built; WEBKV_DLL only when the caller has not.
build_servers() {
  say 'building'
  LOADER_DLL=$(release_dll "$HERE/Loader")
  EMPTY_HTTP_DLL=$(release_dll "$HERE/Peers/EmptyHttp")
  EMPTY_GRPC_DLL=$(release_dll "$HERE/Peers/EmptyGrpc")
  build "$HERE/Loader"
  build "$HERE/Peers/EmptyHttp"
  build "$HERE/Peers/EmptyGrpc"
  GIVEN_DLL=1
  if [[ -z ${WEBKV_DLL:-} ]]; then
    GIVEN_DLL=0
    build "$ROOT/src/WebKv.Server"
    WEBKV_DLL=$(release_dll "$ROOT/src/WebKv.Server")
  fi
  [[ -f $WEBKV_DLL ]] || die "there is no $WEBKV_DLL"
  WEBKV_DLL=$(realpath "$WEBKV_DLL")
}
